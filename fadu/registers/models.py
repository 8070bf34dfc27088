"""The rows of all registers; each is defined in its register's file."""

from fadu.registers.devices import Device

__all__ = ["Device"]
