"""The `workbench` command."""


def main() -> None:
    """Run the command line; the exit code is passed to the system."""
    from workbench.cli import main as run

    run()


if __name__ == "__main__":
    main()
