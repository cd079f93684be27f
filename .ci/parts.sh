# What ./run and ./test share. Sourced, with `root` set to the folder of the checkout.

say() { printf '==> %s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# What hoithi reads PDFs and pictures with, and what it shuts them in with.
reading_packages="poppler-utils tesseract-ocr tesseract-ocr-vie bubblewrap"

# Debian packages; nothing is asked of the network when they are all there.
install_packages() {
  command -v dpkg-query >/dev/null || return 0
  local package missing=()
  for package; do
    [ "$(dpkg-query -Wf '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "Cài đặt (install): ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
}

# The packages of a folder's package-lock.json, only when it has changed since the last time.
install_node_packages() {
  local folder=$root/$1
  local lock=$folder/package-lock.json installed=$folder/node_modules/.installed-lock.json
  cmp -s "$lock" "$installed" && return
  need npm "Node.js (https://nodejs.org)"
  say "Gói npm (npm packages): $1"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  cp "$lock" "$installed"
}

# So many ports on which nobody listens now, each another.
free_ports() {
  node -e '
    const { createServer } = require("net");
    const open = () => new Promise((done) => { const s = createServer().listen(0, "127.0.0.1", () => done(s)); });
    Promise.all(Array.from({ length: process.argv[1] }, open)).then((all) => {
      console.log(all.map((s) => s.address().port).join(" "));
      all.forEach((s) => s.close());
    });' "$1"
}

need() {
  command -v "$1" >/dev/null || { say "Thiếu (missing) $1: $2"; exit 1; }
}

# Rust stands in the home folder when it was installed by rustup, and a shell by sudo may not know it.
find_cargo() {
  command -v cargo >/dev/null || PATH=$HOME/.cargo/bin:$PATH
  need cargo "Rust ≥ 1.95 (https://rustup.rs)"
  export CARGO_TARGET_DIR=$root/target
}
