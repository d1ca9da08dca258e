using System.Text;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Standard output as a stream of UTF-8. A file gets the bytes as they are; a terminal gets no character that could steer it.</summary>
internal sealed class OutputStream(TextWriter output, bool isTerminal) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _text = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int length = _decoder.GetCharCount(buffer, flush: false);
        _text = length > _text.Length ? new char[length] : _text;
        _decoder.GetChars(buffer, _text, flush: false);
        if (isTerminal)
        {
            output.Write(ToolConsole.Printable(new string(_text, 0, length).ReplaceLineEndings("\n")));
        }
        else
        {
            output.Write(_text, 0, length);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
