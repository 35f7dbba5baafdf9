#!/usr/bin/env bash
# Makes the database and its two logins: one migrates, one serves. Run once, as a superuser of the server.
# Takes the usual PG… variables, and MIGRATE_PASSWORD and SERVE_PASSWORD.
set -euo pipefail
: "${MIGRATE_PASSWORD:?}" "${SERVE_PASSWORD:?}"
export MIGRATE_PASSWORD SERVE_PASSWORD
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname postgres <<'SQL'
-- Out of the environment: what stands on a command line can be read by everybody on the machine.
\getenv migrate MIGRATE_PASSWORD
\getenv serve SERVE_PASSWORD
CREATE ROLE pipeline_migrate LOGIN PASSWORD :'migrate';
CREATE ROLE pipeline_serve LOGIN PASSWORD :'serve';
CREATE DATABASE pipeline OWNER pipeline_migrate ENCODING 'UTF8' TEMPLATE template0;
\connect pipeline
ALTER DEFAULT PRIVILEGES FOR ROLE pipeline_migrate GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO pipeline_serve;
SQL
