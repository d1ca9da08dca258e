namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>What must not be in a library.</summary>
internal static class ExtensionBlockSample
{
    extension(string text)
    {
        public int Twice => 2 * text.Length;
    }
}
