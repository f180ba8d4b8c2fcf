"""`rashomon keys`: lists the commands of the app with the keys that they have."""

from __future__ import annotations

import argparse
from itertools import groupby

from reader import config, paths
from reader.cli.streams import warn
from reader.tui.commands import COMMANDS
from reader.tui.keys import key_map, shown_keys


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--markdown", action="store_true", help="as a table, as the README has it")


def run(options: argparse.Namespace) -> int:
    """Print them, with the changes of the settings; what is wrong with those goes to standard error."""
    settings, problems = config.read()
    keys, wrong = key_map(settings.keys)
    for problem in (*problems, *wrong):
        warn(problem)
    if options.markdown:
        print("| keys | command | what it does |\n|---|---|---|")
        for command in COMMANDS:
            shown = shown_keys(keys.notations[command.id]).replace("|", "\\|")
            where = f"{command.place[0].lower()}{command.place[1:]}: " if command.place else ""
            print(f"| <code>{shown}</code> | `{command.id}` | {where}{command.help} |")
        return 1 if problems or wrong else 0
    told = {command.id: shown_keys(keys.notations[command.id]) for command in COMMANDS}
    width, names = max(map(len, told.values())), max(len(command.id) for command in COMMANDS)
    for section, commands in groupby(COMMANDS, key=lambda command: command.section):
        print(section)
        for command in commands:
            print(f"  {told[command.id]:<{width}}  {command.id:<{names}}  {command.help}")
        print()
    print("A number before a key repeats it. Keys are changed in the settings, under 'keys', by these names:")
    print(f"  {paths.config_file()}")
    return 1 if problems or wrong else 0
