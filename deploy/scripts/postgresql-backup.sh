#!/usr/bin/env bash
# postgresql-backup.sh FILE: one moment of the database as pg_dump's own format, checked, and under its name only when it is whole.
# The login has to be the one that migrates: what serves may not read the sequences. Takes the usual PG… variables (PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE; the last is `pipeline` where it is not set).
set -euo pipefail
file=${1:?which file?}
[ ! -e "$file" ] || { echo "$file exists and is left alone." >&2; exit 1; }
umask 077
part=$(mktemp "$file.XXXXXX")
trap 'rm -f "$part"' EXIT
pg_dump --format=custom --no-owner --file="$part" "${PGDATABASE:-pipeline}"
pg_restore --list "$part" >/dev/null
mv "$part" "$file"
echo "Written: $file"
