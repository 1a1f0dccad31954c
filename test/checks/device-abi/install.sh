#!/bin/bash
# Installs what the check device-abi needs on Debian 12 or newer: LLVM 19, musl and the C++ runtime for both ABIs, and the
# emulator for the foreign one. Run as root. The C++ runtime of the foreign architecture is only unpacked, into
# /opt/arkhost-device, because its files would collide with those of this computer's.
set -euo pipefail

llvm=19
case "$(dpkg --print-architecture)" in
  amd64) foreign=arm64 arch=aarch64 ;;
  arm64) foreign=amd64 arch=x86_64 ;;
  *) echo "install.sh: only amd64 and arm64 computers are supported" >&2; exit 1 ;;
esac

# A mirror may fail for a moment.
try() { "$@" || { sleep 5; "$@"; }; }

export DEBIAN_FRONTEND=noninteractive
dpkg --add-architecture "$foreign"
try apt-get update -qq
try apt-get install -y -qq --no-install-recommends \
  "clang-$llvm" "lld-$llvm" "llvm-$llvm" "libc++-$llvm-dev" "libc++abi-$llvm-dev" "libunwind-$llvm-dev" \
  "libclang-rt-$llvm-dev" cmake ninja-build musl-dev "musl-dev:$foreign" qemu-user

root="/opt/arkhost-device/$arch"
if [ ! -e "$root/usr/lib/llvm-$llvm/lib/libc++.a" ]; then
  packages="$(mktemp -d)"
  trap 'rm -rf "$packages"' EXIT
  chmod 755 "$packages"
  cd "$packages"
  try apt-get download -qq "libc++-$llvm-dev:$foreign" "libc++abi-$llvm-dev:$foreign" "libunwind-$llvm-dev:$foreign" \
    "libclang-rt-$llvm-dev:$foreign"
  mkdir -p "$root"
  for package in *.deb; do dpkg -x "$package" "$root"; done
fi
