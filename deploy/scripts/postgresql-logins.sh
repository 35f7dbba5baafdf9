#!/usr/bin/env bash
# Makes the database and its two logins: one migrates, one serves. Run once, as a superuser of the server.
# Takes the usual PG… variables, and MIGRATE_PASSWORD and SERVE_PASSWORD.
set -euo pipefail
: "${MIGRATE_PASSWORD:?}" "${SERVE_PASSWORD:?}"
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname postgres \
    -v migrate="$MIGRATE_PASSWORD" -v serve="$SERVE_PASSWORD" <<'SQL'
CREATE ROLE pipeline_migrate LOGIN PASSWORD :'migrate';
CREATE ROLE pipeline_serve LOGIN PASSWORD :'serve';
CREATE DATABASE pipeline OWNER pipeline_migrate ENCODING 'UTF8' TEMPLATE template0;
\connect pipeline
ALTER DEFAULT PRIVILEGES FOR ROLE pipeline_migrate GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO pipeline_serve;
SQL
