// People of the walks, made through the same addresses that the pages use.
import { PASSWORD } from "./house.js";

export const AN = { name: "Trần Thị An", email: "an@tinh.example" };
export const BINH = { name: "Lê Văn Bình", email: "binh@tinh.example" };
export const CUC = { name: "Phạm Thị Cúc", email: "cuc@xa.example" };
export const DUNG = { name: "Ngô Văn Dũng", email: "dung@xa.example" };

export async function post(request, url, form, expect = 303) {
  const answer = await request.post(url, { form, maxRedirects: 0 });
  if (answer.status() !== expect) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  return answer;
}

export async function setUp(house, request) {
  const form = { ...AN, password: PASSWORD, repeated: PASSWORD };
  await post(request, house.setupLink, form);
}

// Whoever's request this is is signed in afterwards; a context's request shares its cookies.
export async function enter(house, request, person) {
  await post(request, `${house.url}/sign-in`, { email: person.email, password: PASSWORD, next: "/" });
}

export async function found(house, request, name, more = {}) {
  const form = { name, kind: "committee", parent: "", code: "", founded: "", aliases: "", ...more };
  const answer = await post(request, `${house.url}/units`, form);
  return answer.headers().location.split("/").at(-1);
}

// Invites, and takes the invitation up.
export async function settle(house, request, person, role, unit = "") {
  const form = { ...person, locale: "vi", role, unit, from: "", until: "" };
  const made = await post(request, `${house.url}/people`, form, 200);
  const link = (await made.text()).match(/value="(http[^"]+\/links\/[^"]+)"/)[1];
  await post(request, link, { email: person.email, password: PASSWORD, repeated: PASSWORD });
}

// A small world: two communes with a coordinator each, a department, a secretary.
export async function settleAll(house, request) {
  await setUp(house, request);
  await enter(house, request, AN);
  const department = await found(house, request, "Sở Khoa học và Công nghệ", { kind: "department", aliases: "Sở KH&CN" });
  const ours = await found(house, request, "Ủy ban nhân dân xã Suối Ngà", { code: "X01", founded: "1/7/2025" });
  const theirs = await found(house, request, "Ủy ban nhân dân xã Đồng Mây");
  await settle(house, request, BINH, "secretary");
  await settle(house, request, CUC, "coordinator", ours);
  await settle(house, request, DUNG, "coordinator", theirs);
  return { department, ours, theirs };
}
