// Files that are being sent, kept on this device until they are there, so that any page can go on with them.
const STORE = "files";

export async function keep(hash, file) {
  await ask("readwrite", (store) => store.put(file, hash));
}

export function kept(hash) {
  return ask("readonly", (store) => store.get(hash));
}

export function forget(hash) {
  ask("readwrite", (store) => store.delete(hash)).catch(() => {});
}

async function ask(mode, question) {
  const database = await open();
  try {
    return await answer(question(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function open() {
  const opening = indexedDB.open("hoithi", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return answer(opening);
}

function answer(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
