"""The rows of all registers; each is defined in its register's file."""

from fadu.registers.devices import Device
from fadu.registers.mediation import MediationOrganisation, Mediator

__all__ = ["Device", "MediationOrganisation", "Mediator"]
