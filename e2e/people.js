// People of the walks, made through the same addresses that the pages use.
import { PASSWORD } from "./house.js";

export const AN = { name: "Trần Thị An", email: "an@tinh.example" };
export const BINH = { name: "Lê Văn Bình", email: "binh@tinh.example" };
export const CUC = { name: "Phạm Thị Cúc", email: "cuc@xa.example" };
export const DUNG = { name: "Ngô Văn Dũng", email: "dung@xa.example" };

// A form is an object, or a list of pairs where a field comes more than once.
export async function post(request, url, form, expect = 303) {
  const data = new URLSearchParams(form).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await request.post(url, { data, headers, maxRedirects: 0 });
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

// Somebody to call, and a merger of two old communes: what the pages of units can show.
export async function settleHistory(house, request, unit) {
  const contact = { contact: "Bộ phận một cửa", duty: "Tiếp nhận", email: "motcua@xa.example", phone: "0900000456" };
  await post(request, `${house.url}/units/${unit}/contacts`, contact);
  const old = [];
  for (const name of ["Ủy ban nhân dân xã Suối Trên", "Ủy ban nhân dân xã Suối Dưới"]) old.push(await found(house, request, name));
  const decision = { number: "12/NQ-HĐND", decided_on: "1/6/2025", issuer: "Hội đồng nhân dân tỉnh", effective_on: "1/7/2025" };
  const merger = { kind: "merge", names: "Ủy ban nhân dân xã Suối Cả", ...decision };
  await post(request, `${house.url}/reorganisations`, [...old.map((id) => ["from", id]), ...Object.entries(merger)]);
}
