namespace RainfallSite.Shared;

/// <summary>What a page says of itself where its address is shared.</summary>
/// <param name="Description">One or two sentences with amount, window and time.</param>
internal sealed record ShareCard(string Description)
{
    public const string Key = "ShareCard";
}
