"""Build dist/enact-<version>.zip, byte for byte the same for the same commit.

What goes in is what git has (`git archive`, less the paths marked export-ignore in .gitattributes) and the compiled
translations; every entry carries the time of the commit and the same permissions.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOP = "enact"
LARGEST_MIB = 25
BUILT = ("resources/i18n/*.qm",)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worktree", action="store_true", help="what lies here, not the last commit")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args(arguments)

    if not options.worktree and git("status", "--porcelain"):
        print("package: uncommitted changes are not in the zip (it holds the last commit)", file=sys.stderr)
    tree = worktree() if options.worktree else git("rev-parse", "HEAD^{tree}")
    moment = int(
        os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct", default="1767225600")
    )

    files = archived(tree)
    for pattern in BUILT:
        for path in sorted(ROOT.glob(pattern)):
            files[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    if any(name.startswith("resources/i18n/") for name in tracked(tree)) and not any(
        name.endswith(".qm") for name in files
    ):
        sys.exit("package: the German texts are not compiled (make translations)")

    version = plugin_version(files["metadata.txt"].decode("utf-8"))
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / f"{TOP}-{version}.zip"
    target.write_bytes(zipped(files, moment))
    mib = target.stat().st_size / 2**20
    if mib > LARGEST_MIB:
        sys.exit(f"package: {target.name} has {mib:.1f} MiB, more than {LARGEST_MIB}")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    print(f"package: {os.path.relpath(target)} ({len(files)} files, {mib:.2f} MiB, sha256 {digest[:16]}…)")
    return 0


def git(*arguments: str, default: str | None = None, **environment: str) -> str:
    """Return what git prints; `default` where it fails, else its own message ends the program."""
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(ROOT), *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )
    if done.returncode:
        if default is not None:
            return default
        sys.exit(f"package: git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def worktree() -> str:
    """Return a git tree of the files as they lie here, without touching the index."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        own = Path(git("rev-parse", "--absolute-git-dir")) / "index"
        if own.exists():
            shutil.copy(own, index)
        git("add", "--all", GIT_INDEX_FILE=str(index))
        return git("write-tree", GIT_INDEX_FILE=str(index))


def archived(tree: str) -> dict[str, bytes]:
    """Return name to content of what git would export from `tree`."""
    # the attributes of that tree decide, also for a tree that is no commit
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "archive", "--format=tar", tree]
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        sys.exit(f"package: {done.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        return {member.name: archive.extractfile(member).read() for member in members}


def tracked(tree: str) -> list[str]:
    return git("ls-tree", "-r", "--name-only", tree).splitlines()


def plugin_version(metadata: str) -> str:
    parser = ConfigParser(interpolation=None)
    parser.read_string(metadata)
    return parser["general"]["version"]


def zipped(files: dict[str, bytes], moment: int) -> bytes:
    """Return a zip whose bytes depend on names, contents and `moment` only."""
    stamp = time.gmtime(max(moment, 315532800))[:6]  # a zip knows no time before 1980
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3
            archive.writestr(entry, files[name], compresslevel=9)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())
