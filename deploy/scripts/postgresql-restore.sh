#!/usr/bin/env bash
# postgresql-restore.sh FILE DATABASE: into an empty database, in one transaction: all of it or nothing. Stop the instances first.
# Takes the usual PG… variables; the login has to be the one that migrates, so that what it makes is its own.
set -euo pipefail
file=${1:?which file?}
database=${2:?into which database?}
tables=$(psql -XAtq -d "$database" -c "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
[ "$tables" = 0 ] || { echo "$database has $tables tables and is left alone; an empty database is expected." >&2; exit 1; }
pg_restore --exit-on-error --single-transaction --no-owner --dbname="$database" "$file"
echo "Restored: $database"
