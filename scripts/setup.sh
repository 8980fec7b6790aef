#!/bin/sh
# Prepare this machine: a virtual environment in .venv with exactly the locked packages, and .env.
#   setup.sh [requirements.txt | requirements-dev.txt]
# Does only what is missing, so it can run before every other target.
set -eu
unset CDPATH PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX
cd -- "$(dirname -- "$0")/.."
# What is made here is for this user alone.
umask 077
lock=${1:-requirements.txt}
log=.venv/install.log

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Show how far the installation is; its output passes into the log.
progress() {
    total=$(grep -c '^[a-z].*==' "$lock" || true)
    count=0
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
        Collecting*)
            count=$((count + 1))
            if [ -t 2 ]; then
                printf '\r  fetched %s of at most %s' "$count" "$total" >&2
            elif [ $((count % 10)) -eq 0 ]; then
                printf '  fetched %s of at most %s\n' "$count" "$total" >&2
            fi
            ;;
        Installing\ collected*)
            [ ! -t 2 ] || echo >&2
            echo "  unpacking" >&2
            ;;
        esac
    done
}

explain_failure() {
    [ ! -t 2 ] || echo >&2
    if grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        fail "A package differs from the one that $lock was made with, so nothing of it was installed." \
            "Its hash is wrong: a damaged download or a changed package. Try again with PIP_NO_CACHE_DIR=1;" \
            "if that does not help, report it. All of it is in $log."
    elif grep -q 'No space left on device' "$log"; then
        fail "The disk is full. Free some space (the packages need about 300 MB) and try again."
    elif grep -Eq 'ConnectionError|NewConnectionError|ConnectTimeout|ReadTimeout|Read timed out|ProxyError|SSLError|Max retries exceeded|Could not fetch URL|Connection refused|Connection broken|from versions: none' "$log"; then
        fail "The package index cannot be reached, so the packages in $lock could not be installed." \
            "Check the connection to the internet. Behind a proxy set HTTPS_PROXY; with an index of your own" \
            "set PIP_INDEX_URL. All of it is in $log."
    fi
    tail -n 15 "$log" >&2
    fail "The packages in $lock could not be installed. All of it is in $log."
}

install() {
    echo "Installing packages from $lock (about a minute the first time)"
    status=.venv/install.status
    {
        code=0
        PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install \
            --no-input --progress-bar off --require-hashes -r "$lock" 2>&1 || code=$?
        echo "$code" >"$status"
    } | progress >"$log"
    [ "$(cat "$status")" = 0 ] || explain_failure
}

# What an installation depends on: the lock and the interpreter.
stamp() {
    .venv/bin/python -c '
import hashlib, pathlib, sys
print(sys.version.split()[0], hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest())' "$1"
}

is_installed() {
    [ -f ".venv/$1.installed" ] && [ "$(stamp "$1")" = "$(cat ".venv/$1.installed")" ]
}

probe=$(mktemp ./.writable.XXXXXX 2>/dev/null) || fail \
    "Nothing can be written in $(pwd): the disk or the folder is read-only, or it is full." \
    "Set-up makes .venv, .env and the database there. Move the project to a folder of yours and try again."
rm -f -- "$probe"

. scripts/find_python.sh
find_python
if [ "$python" != .venv/bin/python ]; then
    echo "Making .venv with Python $python_version ($python)"
    "$python" -m venv --clear .venv || fail "The virtual environment .venv could not be made."
fi

if ! is_installed "$lock"; then
    install
    stamp "$lock" >".venv/$lock.installed"
    # The development lock holds everything of the other one, at the same versions.
    [ "$lock" = requirements.txt ] || stamp requirements.txt >.venv/requirements.txt.installed
fi

if [ ! -e .env ]; then
    echo "Writing .env with a secret key for this machine"
    key=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
    cat >.env <<ENV
# Settings of this machine, described in docs/settings.md. Keep this file to yourself.
SECRET_KEY=$key
HTTPS=false
ALLOWED_HOSTS=127.0.0.1,localhost
ENV
fi
