// Rules of judging of the walks.
import { post } from "./people.js";

// Fields and prizes for a contest, which its judging goes by; whoever's request this is runs it.
export async function settleRules(house, request, contest) {
  const form = await (await request.get(`${house.url}${contest}/rules/edit`)).text();
  const version = form.match(/name="version" value="(\d+)"/)[1];
  const prizes = [["Giải Nhất", "1", "45.000.000"], ["Giải Nhì", "3", "20.000.000"], ["Giải Khuyến khích", "10", "5.000.000"]];
  const rows = prizes.flatMap(([name, count, amount], at) => [[`prize-${at}-name`, name], [`prize-${at}-count`, count], [`prize-${at}-amount`, amount]]);
  const rules = [["version", version], ["fields", "Cơ khí\nY dược"], ...rows, ["reason", "bổ sung giải thưởng"]];
  await post(request, `${house.url}${contest}/rules`, rules);
}

// The same with rules of judging, of which one scale is used by no round.
export async function settleRubric(house, request, contest) {
  await settleRules(house, request, contest);
  await post(request, `${house.url}${contest}/rubric/choice`, { version: "0", set: "evidence" });
  const more = { version: "1", add: "three-levels/mau-09", reason: "cho giải pháp nghiên cứu" };
  await post(request, `${house.url}${contest}/rubric/scales`, more);
}
