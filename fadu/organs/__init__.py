"""Who acts: regions, organs, people and their posts, certificates and delegations; who may see what."""
