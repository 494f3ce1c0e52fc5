"""A wheel is built, installed in a new environment and used there, without a network."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from assets import VERSION
from tests.helpers.source import ROOMS, ROOT, project_files


@dataclass(frozen=True)
class Installed:
    """A new environment that holds the program and borrows everything else from the running one."""

    wheel: Path
    packages: Path
    scripts: Path
    elsewhere: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command in an empty folder, far from the clone."""
        return self._run(str(self.scripts / "reisgenoot"), *arguments)

    def python(self, code: str) -> subprocess.CompletedProcess[str]:
        """Run Python of the new environment in an empty folder."""
        return self._run(str(self.scripts / "python"), "-c", code)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            command, cwd=self.elsewhere, env=environment, capture_output=True, text=True, timeout=120, check=False
        )


def run(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def build_wheel(folder: Path) -> Path:
    source = folder / "source"
    for path in project_files():
        target = source / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    out = folder / "wheel"
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source), cwd=folder)
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build once, install once."""
    folder = tmp_path_factory.mktemp("packaging")
    wheel = build_wheel(folder)
    place = folder / "environment"
    venv.EnvBuilder(with_pip=False).create(place)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    quiet = ("--no-deps", "--no-index", "--disable-pip-version-check", "--quiet")
    run(sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", *quiet, str(wheel), cwd=folder)
    (packages,) = place.glob("lib/python*/site-packages") if os.name != "nt" else (place / "Lib/site-packages",)
    # The libraries of the running environment come last: the program itself must be the one of the wheel.
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return Installed(wheel, packages, scripts, elsewhere)


def test_the_wheel_holds_one_private_folder(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {"reisgenoot", f"reisgenoot-{VERSION}.dist-info"}
    inside = {name.split("/")[1] for name in names if name.startswith("reisgenoot/")}
    assert inside == {*ROOMS, "main.py"}


def test_the_wheel_holds_every_asset_and_no_test(installed: Installed) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    assets = {path.relative_to(ROOT).as_posix() for path in project_files() if ROOT / "assets" in path.parents}
    assert {name for name in assets if f"reisgenoot/{name}" not in names} == set()
    assert [name for name in names if "/tests/" in name or "conftest" in name or "__pycache__" in name] == []
    assert f"reisgenoot-{VERSION}.dist-info/licenses/LICENSE" in names


def test_nothing_is_installed_under_a_general_name(installed: Installed) -> None:
    added = {path.name for path in installed.packages.iterdir()} - {"borrowed.pth"}
    assert added == {"reisgenoot", f"reisgenoot-{VERSION}.dist-info"}


def test_the_assets_are_read_from_the_installed_folder(installed: Installed) -> None:
    done = installed.python(
        "from reisgenoot.main import main; main(['reisgenoot', '--version']); import assets.reader;"
        "print(assets.reader.__file__); print(len(assets.reader.read_text('themes/light.json')))"
    )
    assert done.returncode == 0, done.stderr
    _, place, length = done.stdout.splitlines()
    assert Path(place).resolve().parents[1] == (installed.packages / "reisgenoot").resolve()
    assert int(length) > 0


def test_the_command_tells_its_version(installed: Installed) -> None:
    done = installed.run("--version")
    assert done.returncode == 0, done.stderr
    assert VERSION in done.stdout


def test_the_command_makes_the_example_and_finds_it_sound(installed: Installed) -> None:
    target = installed.elsewhere / "example.sprint"
    made = installed.run("example", str(target))
    assert made.returncode == 0, made.stdout + made.stderr
    checked = installed.run("check", str(target))
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_command_refuses_a_file_that_is_no_sprint(installed: Installed) -> None:
    broken = installed.elsewhere / "broken.sprint"
    broken.write_bytes(b"not a sprint")
    done = installed.run("check", str(broken))
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
