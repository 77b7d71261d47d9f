"""Found by Python at start when this folder is on PYTHONPATH: blocks the network in programs that tests start."""

from tests.support.network import block_network

block_network()
