"""The command line: the only reader of the arguments, and the only writer of standard output."""


def main() -> None:
    """Run the command that the arguments ask for, and end with its exit code."""
    try:
        # Imported here, so that ctrl+c is quiet even while the program is still being read.
        from workbench.cli.group import workbench

        workbench.main()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
