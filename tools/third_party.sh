# Source of others that the build compiles. It is fetched into the cache folder, checked against the sums below, and never
# committed. Sourced by ./dev.
#
#   Dear ImGui                   Debian's newer suite (its 1.92 has fonts at any size; Debian 13's own is 1.90)
#   libsodium                    Debian 13's source, for WebAssembly; the native build links Debian's library
#   SQLite3 Multiple Ciphers,    npm, pinned by package-lock.json, which holds a SHA-512 of each package
#   tools of the browser tests

imgui_version=1.92.2b+ds
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
imgui_suite=forky
libsodium_version=1.0.18
libsodium_sha256=d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4

npm_mark=npm-$(cat "$repository/package.json" "$repository/package-lock.json" | hash_of)

# The names by which CMake and the tests find each.
declare -A third_party_folders=(
    [KITBAG_IMGUI]=$cache/third_party/imgui-$imgui_version
    [KITBAG_LIBSODIUM]=$cache/third_party/libsodium-$libsodium_version
    [KITBAG_NODE_MODULES]=$cache/third_party/$npm_mark/node_modules
)

third_party_is_fetched() {
    local name
    for name in "${!third_party_folders[@]}"; do [[ -d ${third_party_folders[$name]} ]] || return 1; done
}

fetch_third_party() {
    fetch_debian_source imgui "$imgui_suite" "$imgui_version" "$imgui_sha256" '1\.92\.' "${third_party_folders[KITBAG_IMGUI]}"
    fetch_debian_source libsodium "$suite" "$libsodium_version" "$libsodium_sha256" '' "${third_party_folders[KITBAG_LIBSODIUM]}"
    fetch_npm_packages
}

# fetch_debian_source NAME SUITE VERSION SHA256 LATER FOLDER
# Unpacks the upstream source of a Debian package into FOLDER. When the pinned VERSION is gone from the mirror, the newest one that
# begins with the pattern LATER (if any is given) is taken in its place, and that is said.
fetch_debian_source() {
    local name=$1 release=$2 folder=$6
    [[ ! -d $folder ]] || return 0
    require_mirror
    local work=$folder.partial
    rm -rf "$work"
    mkdir -p "$work"/apt/{lists/partial,cache/archives/partial} "$work/source"
    touch "$work/apt/status"
    source_lines deb-src "$release" "$keyring" >"$work/apt/sources.list"
    run_step "fetching the source of $name" "$cache/logs/source-$name" "" 0 \
        enter_environment bash -c "$(declare -f download_debian_source unpack_debian_source)"'
            set -euo pipefail; download_debian_source "$@"; unpack_debian_source "$@"' bash "$1" "$3" "$4" "$5" "$work" ||
        fail "The source of $name could not be fetched." "The lines above say why. With no network, call ./dev again when there is one."
    grep '^Notice:' "$cache/logs/source-$name" >&2 || true
    mv "$work/source" "$folder"
    rm -rf "$work"
}

# Runs inside the environment, with an apt configuration of its own.
download_debian_source() {
    local name=$1 pinned=$2 later=$4 work=$5 versions version
    cat >"$work/apt/conf" <<TEXT
Dir::Etc::SourceList "$work/apt/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$work/apt/lists";
Dir::State::Status "$work/apt/status";
Dir::Cache "$work/apt/cache";
APT::Sandbox::User "";
TEXT
    export APT_CONFIG=$work/apt/conf
    apt-get update
    versions=$(apt-cache showsrc --only-source "$name" | sed -n 's/^Version: //p' | sort -Vr)
    version=$(grep -m1 -F -- "$pinned-" <<<"$versions" || true)
    if [[ -z $version && -n $later ]]; then
        version=$(grep -m1 -E "^$later" <<<"$versions" || true)
        [[ -z $version ]] || echo "Notice: $name $pinned is gone from the mirror; $version is taken, checked by Debian's signature only."
    fi
    [[ -n $version ]] || { echo "The mirror has no $name $pinned. It has: ${versions//$'\n'/ }"; return 1; }
    (cd "$work" && apt-get source --download-only --only-source "$name=$version")
}

unpack_debian_source() {
    local name=$1 pinned=$2 sha256=$3 work=$5 archive
    archive=$(ls "$work/$name"_*.orig.tar.*)
    if [[ $archive == "$work/${name}_$pinned.orig.tar."* ]]; then
        echo "$sha256  $archive" | sha256sum --check ||
            { echo "The checksum of $archive is not the one pinned in tools/third_party.sh."; return 1; }
    fi
    tar --extract --file "$archive" --directory "$work/source" --strip-components=1 --no-same-owner
}

# No install script is run: nothing is compiled and no browser is downloaded.
fetch_npm_packages() {
    local folder=$cache/third_party/$npm_mark
    [[ ! -d $folder ]] || return 0
    rm -rf "$folder.partial"
    mkdir -p "$folder.partial"
    cp package.json package-lock.json "$folder.partial/"
    run_step "fetching the npm packages" "$cache/logs/npm" "" 0 \
        enter_environment npm ci --ignore-scripts --no-audit --no-fund --prefix "$folder.partial" ||
        fail "The npm packages could not be fetched." "With no network, call ./dev again when there is one."
    mv "$folder.partial" "$folder"
}

# Node looks for packages beside the file that asks; one link in the checkout serves all of tests/.
link_node_modules() {
    local target=${third_party_folders[KITBAG_NODE_MODULES]}
    [[ $(readlink node_modules || true) == "$target" ]] || ln -sfn "$target" node_modules
}
