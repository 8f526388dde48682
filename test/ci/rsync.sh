#!/bin/sh
# Stands in for rsync where there is none: the two things that gitlab-ci-local has it do, `rsync OPTION... FROM TO`.
for word in "$@"; do from=${to-}; to=$word; done
# All that git tracks, for jobs in containers: ours run in the shell, where nobody looks at it.
[ "$from" = ./ ] && exit 0
mkdir -p "$to" && cp -R "$from" "$to"
