"""Look through the newest zip in dist (or one named) as reviewers do: bandit, detect-secrets, size, listing."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = (".so", ".dll", ".dylib", ".pyd", ".exe", ".pyc", ".whl", ".ts", "requirements.txt")
NEEDED = ("metadata.txt", "__init__.py", "LICENSE")
FORBIDDEN_FOLDERS = {"tests", "tools", "benchmarks", "build", ".ci", "__pycache__", "extlibs", ".git"}


def main(arguments: list[str]) -> int:
    packages = [Path(argument) for argument in arguments]
    packages = packages or sorted((ROOT / "dist").glob("enact-*.zip"), key=lambda path: path.stat().st_mtime)
    if not packages:
        sys.exit("scan: no dist/enact-*.zip; run `make package` first")
    package = packages[-1]
    problems = look_at_listing(package)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
        problems += run_bandit(Path(folder)) + run_detect_secrets(Path(folder))
    for problem in problems:
        print(f"scan: {problem}", file=sys.stderr)
    print(f"scan: {package.name}: {'clean' if not problems else f'{len(problems)} findings'}")
    return 1 if problems else 0


def look_at_listing(package: Path) -> list[str]:
    """Print what the zip holds; return what must not be in it."""
    problems = []
    with zipfile.ZipFile(package) as archive:
        entries = archive.infolist()
    by_folder: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for entry in entries:
        parts = entry.filename.split("/")
        folder = "/".join(parts[: min(len(parts) - 1, 3)])
        by_folder[folder] += 1
        sizes[folder] += entry.file_size
        print(f"  {entry.file_size:>9,}  {entry.filename}")
        if parts[0] != "enact":
            problems.append(f"{entry.filename}: outside the top folder enact")
        if entry.filename.endswith(FORBIDDEN) or FORBIDDEN_FOLDERS & set(parts[:-1]):
            problems.append(f"{entry.filename}: does not belong into the zip")
    print(
        f"  {package.name}: {package.stat().st_size / 2**20:.2f} MiB packed, {len(entries)} files, of these"
    )
    for folder, count in sorted(by_folder.items()):
        print(f"  {sizes[folder]:>9,}  {folder}/ ({count} files)")
    names = {entry.filename for entry in entries}
    return problems + [f"{name} is missing" for name in NEEDED if f"enact/{name}" not in names]


def run_bandit(folder: Path) -> list[str]:
    """Return bandit's findings; any severity counts."""
    done = run(["-m", "bandit", "-q", "-r", "-f", "json", str(folder)])
    report = json.loads(done.stdout)
    problems = [f"bandit could not read {error['filename']}: {error['reason']}" for error in report["errors"]]
    for finding in report["results"]:
        place = Path(finding["filename"]).relative_to(folder)
        problems.append(
            f"bandit {finding['test_id']} {place}:{finding['line_number']}: {finding['issue_text']}"
        )
    print(f"  bandit: {report['metrics']['_totals']['loc']:.0f} lines, {len(report['results'])} findings")
    return problems


def run_detect_secrets(folder: Path) -> list[str]:
    """Return what looks like a secret."""
    done = run(["-m", "detect_secrets", "scan", "--all-files", "."], cwd=folder)
    results = json.loads(done.stdout)["results"]
    print(f"  detect-secrets: {sum(map(len, results.values()))} findings")
    return [
        f"detect-secrets {name}:{finding['line_number']}: {finding['type']}"
        for name, findings in sorted(results.items())
        for finding in findings
    ]


def run(arguments: list[str], cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=cwd)
    if not done.stdout.strip().startswith("{"):
        sys.exit(f"scan: {arguments[1]} did not work: {done.stderr.strip()[-2000:]}")
    return done


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
