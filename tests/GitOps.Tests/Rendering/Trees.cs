namespace GitOps.Tests.Rendering;

/// <summary>The trees that every rule holds for: this checkout, and the same as a fork looks after a month.</summary>
internal static class Trees
{
    private static readonly Lazy<Tree> LazyLivedIn = new(LivedInTree.Make);

    public static Tree Checkout { get; } = new(Repository.Root, "checkout");

    public static Tree LivedIn => LazyLivedIn.Value;

    public static Tree Of(string name) => name == Checkout.ToString() ? Checkout : LivedIn;
}
