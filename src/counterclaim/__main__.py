"""``python -m counterclaim``: the same as the command ``counterclaim``."""

from counterclaim.cli import main

if __name__ == "__main__":
    main(prog_name="counterclaim")
