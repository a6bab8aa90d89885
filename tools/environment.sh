# The environment: Debian 13. On a Debian 13 host its packages are installed with apt. On any other host a Debian 13 tree is
# made in the cache folder (mmdebstrap) and entered (bubblewrap). Sourced by ./dev.
#
# The cache folder, all of it safe to delete:
#   debian13/root     the Debian 13 tree        third_party/   source that the build compiles, node_modules
#   stamps/           what is finished          logs/          what each step printed
#   home/ ccache/ npm/   written by the tools inside
#
# Every finished step leaves a stamp named by a hash of what it was asked for, so a changed list is noticed and an
# unchanged one costs nothing.

suite=trixie
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kitbag
debian_root=$cache/debian13/root
needed_disk_mb=6000
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

inside_environment() { [[ ${KITBAG_ENVIRONMENT:-} == ready ]]; }

host_is_debian_13() {
    [[ -r /etc/os-release ]] && (
        source /etc/os-release
        [[ ${ID:-} == debian && ${VERSION_CODENAME:-} == "$suite" ]]
    )
}

package_names() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$repository/tools/packages.txt"; }

hash_of() { sha256sum | cut -c1-16; }

stamped() { [[ -e $cache/stamps/$1 ]]; }

stamp() { date --iso-8601=seconds >"$cache/stamps/$1"; }

# ---- the steps, in order -------------------------------------------------------------------------------------------------

set_up() {
    inside_environment && return
    mkdir -p "$cache"/{stamps,logs,home,ccache,npm,third_party,debian13}
    set_up_is_finished && link_node_modules && return
    lock_set_up
    note "Setting up Kitbag's environment in $cache (about 4.5 GB; only what is missing is done):"
    if host_is_debian_13; then
        install_on_debian_13
    else
        require_tools
        make_debian_root
        install_in_debian_root
    fi
    fetch_third_party
    link_node_modules
    unlock_set_up
}

set_up_is_finished() {
    if host_is_debian_13; then
        [[ -z $(missing_packages) ]] || return 1
    else
        [[ -d $debian_root ]] && stamped "packages-$(package_names | hash_of)" || return 1
        [[ -n $(command -v bwrap) ]] || return 1
    fi
    third_party_is_fetched
}

# One set-up at a time, also for two clones. The lock goes when the process that holds it ends, however it ends.
lock_set_up() {
    exec 9>"$cache/lock"
    if ! flock --nonblock 9; then
        note "Another ./dev is setting up; waiting for it."
        flock 9
    fi
}

unlock_set_up() { exec 9>&-; }

require_disk() {
    local free_mb
    free_mb=$(df -Pm "$cache" | awk 'NR == 2 {print $4}')
    ((free_mb >= needed_disk_mb)) ||
        fail "The set-up needs about $needed_disk_mb MB of free disk in $cache, and there are $free_mb MB." \
            "Free some, or set XDG_CACHE_HOME to a folder on a larger disk."
}

# ---- apt on the host -----------------------------------------------------------------------------------------------------

# Runs a command as root, or says who must.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "Packages must be installed, and you are neither root nor is there sudo." \
            "Ask whoever looks after this machine to run: apt-get install $(printf '%s ' "${wanted_packages[@]}")"
    fi
}

install_with_apt() {
    local label=$1
    shift
    local wanted_packages=("$@")
    command -v apt-get >/dev/null ||
        fail "This host has no apt. Install these by its own means, then call ./dev again: ${wanted_packages[*]}"
    # The password is asked for here, because the steps below have no terminal.
    ((EUID == 0)) || as_root true
    run_step "reading the package lists" "$cache/logs/host-apt-update" "" 0 as_root apt-get update ||
        fail "apt could not read its package lists." "Is there a network? Does apt-get update work by hand?"
    local total
    total=$(apt-get install --simulate --no-install-recommends "${wanted_packages[@]}" 2>/dev/null | grep -c '^Inst' || true)
    run_step "$label" "$cache/logs/host-apt-install" "Unpacking|Setting up" "$((2 * total))" \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${wanted_packages[@]}" ||
        fail "apt could not install: ${wanted_packages[*]}" "The lines above say why; with no network it must wait for one."
}

missing_packages() {
    package_names | while read -r name; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || printf '%s ' "$name"
    done
}

install_on_debian_13() {
    local missing
    read -r -a missing <<<"$(missing_packages)"
    ((${#missing[@]} > 0)) || return 0
    require_disk
    as_root sh -c "$no_standing_database"
    install_with_apt "installing ${#missing[@]} packages with apt" "${missing[@]}"
}

# The tests make PostgreSQL databases of their own and end them. Debian's package would begin one that stays and starts with the machine;
# where it has been told already what to do, it is left at that.
no_standing_database='folder=/etc/postgresql-common; [ -e $folder/createcluster.conf ] ||
    { mkdir -p $folder && echo "create_main_cluster = false" >$folder/createcluster.conf; }'

# ---- a Debian 13 tree on any other host ----------------------------------------------------------------------------------

require_tools() {
    local needed=()
    command -v mmdebstrap >/dev/null || needed+=(mmdebstrap)
    command -v bwrap >/dev/null || needed+=(bubblewrap)
    # Without it an ordinary user cannot make a tree whose files have several owners.
    ((EUID == 0)) || command -v newuidmap >/dev/null || needed+=(uidmap)
    if ((${#needed[@]} > 0)); then
        install_with_apt "installing ${needed[*]} on this host" "${needed[@]}"
    fi
    [[ -r $keyring ]] || fail "Debian's signing keys are missing ($keyring)." "Install the package debian-archive-keyring."
}

# Finds mirror and security_mirror: the Debian mirrors of this host, as apt itself reads its configuration (both of its file formats).
# apt is asked for every package index; kept are those of Debian's own suites.
require_mirror() {
    [[ -z ${mirror:-} ]] || return 0
    mirror=${KITBAG_DEBIAN_MIRROR:-} security_mirror=""
    if [[ -z $mirror ]] && command -v apt-get >/dev/null; then
        local indexes
        indexes=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' 'Created-By: Packages' 2>/dev/null || true)
        mirror=$(debian_index '^[a-z]+$' <<<"$indexes")
        security_mirror=$(debian_index '-security$' <<<"$indexes")
    fi
    [[ -n $mirror ]] || fail "No Debian mirror is named in this host's apt configuration." \
        "Name one: KITBAG_DEBIAN_MIRROR=<address of a Debian mirror> ./dev"
}

# The address of the first index whose release has the form asked for.
debian_index() {
    awk -v form="$1" '
        BEGIN { debian = "^(buster|bullseye|bookworm|trixie|forky|oldstable|stable|testing|sid|unstable)" }
        $2 !~ debian || $2 !~ form || $3 != "main" { next }
        # Before the first apt-get update the origin is unknown; then the address must look like a Debian mirror.
        $4 == "Debian" || ($4 == "" && $1 ~ /\/debian(-security)?\//) { print $1; exit }'
}

# The lines of a sources.list. A mirror may be a frozen copy whose release file has run out, hence check-valid-until=no;
# the signature is checked all the same.
source_lines() {
    local kind=$1 release=$2 signed_by=$3
    local options="[signed-by=$signed_by check-valid-until=no]"
    printf '%s %s %s %s main\n' "$kind" "$options" "$mirror" "$release"
    if [[ $release == "$suite" && -n $security_mirror ]]; then
        printf '%s %s %s %s-security main\n' "$kind" "$options" "$security_mirror" "$release"
    fi
}

make_debian_root() {
    [[ ! -d $debian_root ]] || return 0
    require_disk
    require_mirror
    remove_tree "$debian_root.partial"
    local no_documents=(--dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt=force-unsafe-io)
    # Services must not start inside, and these two files are mounted over, so they must exist.
    local prepare='printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d";
        touch "$1/etc/resolv.conf" "$1/etc/hosts"'
    source_lines deb "$suite" "$keyring" >"$cache/debian13/sources.list"
    run_step "making a Debian 13 tree" "$cache/logs/debian-root" "" 0 \
        mmdebstrap --variant=minbase "${no_documents[@]}" "${host_apt_options[@]}" --customize-hook="$prepare" \
        --include=ca-certificates "$suite" "$debian_root.partial" "$cache/debian13/sources.list" ||
        fail "The Debian 13 tree could not be made." \
            "The lines above say why. With no network, call ./dev again when there is one."
    mv "$debian_root.partial" "$debian_root"
}

# A proxy and the like that the host's apt is told to use.
read -r -d '' -a host_apt_options < <(
    command -v apt-config >/dev/null || exit 0
    apt-config dump 2>/dev/null | sed -n 's/^\(Acquire::\(http\|https\|Retries\)[^ ]*\) "\(..*\)";$/--aptopt=\1"\3"/p'
) || true

install_in_debian_root() {
    local wanted mark total
    wanted=$(package_names)
    mark=packages-$(hash_of <<<"$wanted")
    ! stamped "$mark" || return 0
    require_disk
    # What an interrupted call left half done is finished first; packages already downloaded are not downloaded again.
    run_step "reading the package lists" "$cache/logs/apt-update" "" 0 \
        in_root_as_admin sh -c 'dpkg --configure -a && apt-get update' ||
        fail "The package lists could not be read." "With no network, call ./dev again when there is one."
    in_root_as_admin sh -c "$no_standing_database"
    total=$(in_root_as_admin apt-get install --simulate --no-install-recommends $wanted 2>/dev/null | grep -c '^Inst' || true)
    run_step "downloading the packages" "$cache/logs/apt-download" "Get:" "$total" \
        in_root_as_admin apt-get install -y --no-install-recommends --download-only $wanted ||
        fail "The packages could not be downloaded." "With no network, call ./dev again when there is one."
    run_step "installing the packages" "$cache/logs/apt-install" "Unpacking|Setting up" "$((2 * total))" \
        in_root_as_admin apt-get install -y --no-install-recommends $wanted ||
        fail "The packages could not be installed in the Debian 13 tree." "The lines above say why; ./dev clean all starts afresh."
    in_root_as_admin apt-get clean
    stamp "$mark"
}

# Runs a command with a whole system's rights over the Debian tree, and over nothing else.
in_root_as_admin() {
    local wrapper=()
    ((EUID == 0)) || wrapper=(mmdebstrap --unshare-helper)
    "${wrapper[@]}" bwrap --bind "$debian_root" / --dev /dev --proc /proc --perms 1777 --tmpfs /tmp \
        --ro-bind /etc/resolv.conf /etc/resolv.conf --ro-bind /etc/hosts /etc/hosts --cap-add ALL --unshare-pid --die-with-parent \
        --clearenv --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv DEBIAN_FRONTEND noninteractive --setenv LC_ALL C.UTF-8 \
        "$@"
}

remove_tree() {
    [[ -e $1 ]] || return 0
    if ((EUID == 0)); then
        rm -rf --one-file-system "$1"
    else
        # Its files have owners that only exist in a user namespace; the folder itself lies in one of ours.
        mmdebstrap --unshare-helper find "$1" -xdev -mindepth 1 -delete
        rmdir "$1"
    fi
}

# ---- entering ------------------------------------------------------------------------------------------------------------

# Replaces this process by the command, inside. Nothing that it starts outlives it. To come back, call it in a subshell.
enter_environment() {
    local settings=() arguments=()
    environment_settings
    if host_is_debian_13; then
        exec env "${settings[@]}" "$@"
    else
        bubblewrap_arguments
        exec bwrap "${arguments[@]}" "$@"
    fi
}

# Fills settings with NAME=value pairs: what the tools inside must know.
environment_settings() {
    # With these, ccache knows a file again in another build folder and in another clone.
    settings=(CCACHE_DIR="$cache/ccache" CCACHE_BASEDIR="$repository" CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=3G)
    settings+=(KITBAG_ENVIRONMENT=ready npm_config_cache="$cache/npm" XDG_CACHE_HOME="${cache%/kitbag}")
    local name
    for name in "${!third_party_folders[@]}"; do settings+=("$name=${third_party_folders[$name]}"); done
}

# Fills arguments: what of the host is seen inside, and how. The tree itself is read-only; of the home folder only the settings
# of npm and git are seen.
bubblewrap_arguments() {
    local inside_home=$cache/home name value file
    arguments=(--unshare-pid --die-with-parent --clearenv
        --ro-bind "$debian_root/usr" /usr --ro-bind "$debian_root/etc" /etc --ro-bind "$debian_root/var" /var
        --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64
        --dev /dev --proc /proc --ro-bind-try /sys /sys --tmpfs /run --bind /tmp /tmp --perms 1777 --tmpfs /var/tmp
        --ro-bind /etc/resolv.conf /etc/resolv.conf --ro-bind /etc/hosts /etc/hosts --ro-bind-try /etc/ssl/certs /etc/ssl/certs
        --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
        --bind "$cache" "$cache" --ro-bind "$debian_root" "$debian_root" --bind "$repository" "$repository"
        --chdir "$repository")
    # A clone made with git worktree, or with --shared, keeps its history elsewhere.
    file=$(git -C "$repository" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
    [[ -z $file || $file == "$repository"/* ]] || arguments+=(--ro-bind "$file" "$file")
    # As root, the rights to read and write a checkout that belongs to somebody else.
    ((EUID != 0)) || arguments+=(--cap-add CAP_DAC_OVERRIDE --cap-add CAP_CHOWN --cap-add CAP_FOWNER)
    settings+=(HOME="$inside_home" PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8)
    for file in .npmrc .gitconfig; do
        [[ ! -r $HOME/$file ]] || arguments+=(--ro-bind "$HOME/$file" "/run/kitbag/$file")
    done
    settings+=(NPM_CONFIG_USERCONFIG=/run/kitbag/.npmrc GIT_CONFIG_GLOBAL=/run/kitbag/.gitconfig)
    for file in "$(dirname "$(dirname "$(command -v npm || echo /usr/bin/npm)")")/etc/npmrc" /etc/npmrc; do
        if [[ -r $file ]]; then
            arguments+=(--ro-bind "$file" /run/kitbag/npmrc-of-host)
            settings+=(NPM_CONFIG_GLOBALCONFIG=/run/kitbag/npmrc-of-host)
            break
        fi
    done
    # What of the caller's own environment matters inside; anything else could change a build unseen.
    for name in TERM CI USER LOGNAME NO_COLOR VERBOSE http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY \
        NODE_EXTRA_CA_CERTS ASAN_OPTIONS UBSAN_OPTIONS $(compgen -v | grep '^KITBAG_' || true); do
        value=${!name-}
        [[ -z $value ]] || settings+=("$name=$value")
    done
    for name in "${settings[@]}"; do arguments+=(--setenv "${name%%=*}" "${name#*=}"); done
}

command_clean() {
    rm -rf build
    [[ ${1:-} != all ]] || {
        inside_environment && fail "The environment cannot remove itself; call ./dev clean all outside it."
        remove_tree "$debian_root"
        remove_tree "$debian_root.partial"
        rm -rf "$cache" node_modules
    }
}
