#!/bin/sh
# Set up what is missing, bring the database up to date, and serve the site on this machine.
#   run.sh [dev]      PORT (default 8000) is read from the environment; `dev` turns DEBUG on and reloads on changes.
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/.."
umask 077
mode=${1:-run}
port=${PORT:-8000}

# The port is looked at first: what follows can take a minute.
. scripts/find_python.sh
find_python
"$python" scripts/check_port.py "$port"

sh scripts/setup.sh
export DJANGO_SETTINGS_MODULE=eedraws.settings
export SITE_URL="${SITE_URL:-http://127.0.0.1:$port}"

if [ "$mode" = dev ]; then
    export DEBUG=true
    .venv/bin/python manage.py setup_site --no-static
    echo "Serving with DEBUG on; Ctrl-C stops."
    exec .venv/bin/python manage.py runserver "127.0.0.1:$port"
fi
export DEBUG=false
.venv/bin/python manage.py setup_site
echo "Serving; Ctrl-C stops."
# One process with threads: SQLite takes one writer at a time, and each further process would cost another 100 MB.
exec .venv/bin/python -m granian --interface wsgi --host 127.0.0.1 --port "$port" \
    --workers 1 --blocking-threads 4 --log-level warning eedraws.wsgi:application
