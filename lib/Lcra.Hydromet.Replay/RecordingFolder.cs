namespace Lcra.Hydromet.Replay;

/// <summary>A folder of responses. Each file is written whole or not at all.</summary>
internal static class RecordingFolder
{
    public static async Task WriteAsync(string folder, ReadOnlyMemory<byte> body, RecordedMetadata metadata, CancellationToken cancellationToken)
    {
        string file = RecordingPath.FileOf(folder, metadata.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await WriteAsync(file, body, cancellationToken).ConfigureAwait(false);

        // From here on the new body must not remain beside the old metadata.
        await WriteAsync(file + RecordingPath.MetadataEnding, metadata.Write(), CancellationToken.None).ConfigureAwait(false);
    }

    public static IEnumerable<RecordedResponse> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(RecordingPath.IsResponse)
            .Order(StringComparer.Ordinal)
            .Select(file => ReadResponse(folder, file));

    private static RecordedResponse ReadResponse(string folder, string file)
    {
        string path = RecordingPath.AddressOf(Path.GetRelativePath(folder, file));
        byte[] body = File.ReadAllBytes(file);
        if (!File.Exists(file + RecordingPath.MetadataEnding))
        {
            return new RecordedResponse { Path = path, Body = body };
        }

        RecordedMetadata metadata = RecordedMetadata.Read(file + RecordingPath.MetadataEnding);
        return new RecordedResponse { Path = path, Body = body, StatusCode = metadata.Status, Headers = metadata.Headers, RecordedAt = metadata.RecordedAt };
    }

    private static async Task WriteAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        string unfinished = $"{file}.{Path.GetRandomFileName()}{RecordingPath.UnfinishedEnding}";
        try
        {
            FileStream stream = new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
