// Most tests wait for processes; two at a time leave a machine with two processors idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
