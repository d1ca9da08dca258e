#if !NET9_0_OR_GREATER
namespace Lcra.Hydromet.Internal;

/// <summary>Something to lock on where .NET has no type of its own for it.</summary>
internal sealed class Lock;
#endif
