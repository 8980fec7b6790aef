# Sourced by setup.sh and run.sh from the project's folder: find_python sets $python to .venv/bin/python if that
# works, else to the first interpreter that fits. Each one is run, not only found: a shim on PATH can be there and fail.

OLDEST=3.12
PROBE='
import sys
print("%d.%d.%d" % sys.version_info[:3])
print(sys.executable)
if sys.version_info >= (3, 12):
    import ensurepip, venv
'

# Print the interpreters worth trying, one a line, best first.
candidates() {
    wanted=$(cat .python-version 2>/dev/null)
    [ -z "${PYTHON:-}" ] || echo "$PYTHON"
    printf '%s\n' python3.13 python3.14 python3.12 python3 python
    versions="${PYENV_ROOT:-${HOME:-/nonexistent}/.pyenv}/versions"
    if [ -d "$versions" ]; then
        newest=$(ls "$versions" | grep '^[0-9][0-9.]*$' | LC_ALL=C sort -t. -k1,1nr -k2,2nr -k3,3nr)
        echo "$newest" | grep "^$wanted\." | while read -r version; do echo "$versions/$version/bin/python3"; done
        echo "$newest" | grep -v "^$wanted\." | while read -r version; do echo "$versions/$version/bin/python3"; done
    fi
    if command -v uv >/dev/null 2>&1; then
        UV_PYTHON_DOWNLOADS=never uv python find ">=$OLDEST" 2>/dev/null
    fi
}

# Run one candidate. Fits: set $python and $python_version. Does not: add a line to $tried that says why.
try_python() {
    if probed=$("$1" -c "$PROBE" </dev/null 2>/dev/null); then fits=yes; else fits=no; fi
    version=$(echo "$probed" | sed -n 1p)
    major=${version%%.*}
    rest=${version#*.}
    minor=${rest%%.*}
    case "$major$minor" in
    '' | *[!0-9]*) reason="is found but does not run" ;;
    *)
        if [ "$major" -lt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -lt "${OLDEST#*.}" ]; }; then
            reason="is Python $version, too old"
        elif [ "$fits" = no ]; then
            reason="is Python $version without venv and ensurepip (Debian, Ubuntu: apt-get install python3-venv)"
        else
            python=$(echo "$probed" | sed -n 2p)
            python_version=$version
            return 0
        fi
        ;;
    esac
    tried="$tried
  $1 $reason"
    return 1
}

find_python() {
    tried=
    if [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null && try_python .venv/bin/python; then
        python=.venv/bin/python
        return 0
    fi
    tried=
    while read -r candidate; do
        if command -v "$candidate" >/dev/null 2>&1 && try_python "$candidate"; then return 0; fi
    done <<LIST
$(candidates)
LIST
    cat >&2 <<MESSAGE
No Python that fits was found: this project needs Python $OLDEST or newer.
Tried:${tried:-
  nothing: there is no python3 on PATH}
Install a newer Python ($(cat .python-version) is the one it is developed on), or name one: make run PYTHON=/path/to/python3
MESSAGE
    return 1
}
