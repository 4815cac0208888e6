#!/bin/sh
# Takes the handbook's pictures of the forms: first `./mvnw -q -Ppreview verify`, then this.
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

for page in target/preview/form-*.html; do
  name=$(basename "$page" .html)
  url=file://$PWD/$page
  height=$(browse --window-size=960,600 --dump-dom "$url" | sed -n 's/.*data-height="\([0-9]*\)".*/\1/p')
  browse --window-size="960,$height" --screenshot="$profile/page.png" "$url" >/dev/null
  pngquant --force --strip --speed 1 --output "docs/pictures/$name.png" 64 "$profile/page.png"
  echo "$name.png: $(wc -c <"docs/pictures/$name.png") bytes, 960x$height"
done
