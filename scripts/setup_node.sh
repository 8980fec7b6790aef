#!/bin/sh
# Install the tools that judge pages from package-lock.json into node_modules, with the Node of requirements-dev.txt.
#   setup_node.sh [all]     `all` takes in Lighthouse, which only `make audit` needs.
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/.."
which=${1:-tests}
stamp=node_modules/.installed
PATH="$PWD/.venv/bin:$PATH"
export PATH

wanted=$(.venv/bin/python -c '
import hashlib, pathlib
print(hashlib.sha256(pathlib.Path("package-lock.json").read_bytes()).hexdigest())')
for had in all "$which"; do
    [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted $had" ] || exit 0
done

echo "Installing the tools of package-lock.json"
[ "$which" = all ] && kinds= || kinds=--omit=dev
if ! .venv/bin/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error $kinds; then
    echo "They could not be installed. Check the connection to the internet; behind a proxy set HTTPS_PROXY." >&2
    exit 1
fi
echo "$wanted $which" >"$stamp"
