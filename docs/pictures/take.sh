#!/bin/sh
# Takes the handbook's pictures of forms and pages: first `./mvnw -q -Ppreview verify`, then this.
# Needs chromium and pngquant.
set -eu
cd "$(dirname "$0")/../.."

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

browse() {
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --hide-scrollbars --user-data-dir="$profile" "$@" 2>/dev/null
}

# PAGE SIZE
take() {
  browse --window-size="$2" --screenshot="$profile/page.png" "file://$PWD/target/preview/$1.html" >/dev/null
  pngquant --force --strip --speed 1 --output "docs/pictures/$1.png" 64 "$profile/page.png"
  echo "$1.png: $(wc -c <"docs/pictures/$1.png") bytes, $2"
}

for page in target/preview/form-*.html; do
  height=$(browse --window-size=960,600 --dump-dom "file://$PWD/$page" | sed -n 's/.*data-height="\([0-9]*\)".*/\1/p')
  take "$(basename "$page" .html)" "960,$height"
done
# These may run no script of ours: their upper part is enough.
for language in en ru; do
  take "capacity.$language" 960,900
  take "audit.$language" 1180,640
done
