# A PostgreSQL for the tests alone: own folder, free port, this machine only, gone when the tests end.

# The server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
  local port begun=$EPOCHREALTIME
  postgres_bin=$(find /usr/lib/postgresql -path '*/bin/pg_ctl' | sort -V | tail -n 1)
  postgres_bin=${postgres_bin%/pg_ctl}
  [ -n "$postgres_bin" ] || { say "Thiếu (missing) PostgreSQL"; exit 1; }
  place_postgres
  port=$(free_ports 1)
  as_postgres "$postgres_bin/initdb" -D "$postgres_data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$root/.test/postgres.log"
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -w -l "$postgres_data/server.log" start >>"$root/.test/postgres.log" \
    -o "-h 127.0.0.1 -p $port -k '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  postgres_url=postgres://postgres@127.0.0.1:$port/postgres
  say "PostgreSQL: $postgres_url"
}

# Beside the houses of the tests or in the checkout, unless the server's user cannot come there, as below /root.
place_postgres() {
  postgres_data=${HOITHI_TEST_FOLDER:-$root/.test}/postgres
  stop_postgres
  mkdir -p "$postgres_data"
  [ "$(id -u)" = 0 ] || return 0
  chown postgres: "$postgres_data"
  as_postgres test -w "$postgres_data" && return
  rmdir "$postgres_data"
  postgres_data=$(mktemp -d /tmp/hoithi-test-postgres.XXXXXX)
  chown postgres: "$postgres_data"
}

stop_postgres() {
  [ ! -f "${postgres_data:-}/postmaster.pid" ] ||
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate stop >/dev/null || true
  rm -rf "${postgres_data:-}"
}
