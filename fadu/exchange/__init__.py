"""数据交换: decided cases taken over from other systems and given out again, in the layouts the country exchanges."""
