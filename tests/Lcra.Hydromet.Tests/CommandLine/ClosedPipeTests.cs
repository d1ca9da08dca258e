using System.IO.Pipes;
using Lcra.Hydromet.CommandLine;
using Microsoft.Win32.SafeHandles;

namespace Lcra.Hydromet.Tests.CommandLine;

public class ClosedPipeTests
{
    [Theory]
    [InlineData("gauges", "--replay")]
    [InlineData("--help")]
    public async Task A_reader_that_is_gone_ends_the_program_without_an_error(params string[] arguments)
    {
        await using AnonymousPipeServerStream pipe = new(PipeDirection.Out);
        pipe.DisposeLocalCopyOfClientHandle();
        await using FileStream stream = new(new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Write, bufferSize: 0);
        TextWriter output = ClosedPipe.Open(stream);
        await using StringWriter error = new();

        int code = await HydrometTool.RunAsync(arguments, new ToolConsole(output, error));

        Assert.Equal((0, ""), (code, error.ToString()));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_still_an_error()
    {
        await using StringWriter error = new();

        int code = await HydrometTool.RunAsync(["gauges", "--replay"], new ToolConsole(new StreamWriter(new FullStream()) { AutoFlush = true }, error));

        Assert.Equal((4, "No space left on device\n"), (code, error.ToString()));
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", 28);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
