// Conversations of the walks: what an author asks before filing, and what the office keeps ready.
import { CUC, enter, post } from "./people.js";

export const SUBJECT = "Máy gieo áp dụng từ 2019 có được dự thi không?";
export const QUESTION = "Máy làm năm 2018, dùng ở xã từ 2019.\nGia đình tôi đã gửi sáng kiến cho xã.";

// A question of an author about a contest, a ready answer of its office; whoever's request this is runs the contest.
export async function settleTalk({ house, visit }, request, contest) {
  const author = await visit(CUC);
  const own = author.context().request;
  await enter(house, own, CUC);
  await post(own, `${house.url}${contest}/consultations`, { subject: SUBJECT, field: "", text: QUESTION });
  await post(request, `${house.url}${contest}/answers`, { title: "Nơi nhận", body: "Gửi về Sở, trước {deadline}." });
}
