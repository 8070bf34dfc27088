"""The rows of all registers; each is defined in its register's file."""

from fadu.registers.devices import Device
from fadu.registers.legal_services import LegalServicePlace
from fadu.registers.mediation import MediationOrganisation, Mediator

__all__ = ["Device", "LegalServicePlace", "MediationOrganisation", "Mediator"]
