using System.CommandLine;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The options of every command, and the client that they configure.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON, one object per line.", Recursive = true };

    public Option<bool> Replay { get; } = new("--replay")
    {
        Description = "Use the embedded recording of October 2, 2026, and its clock, without the network.",
        Recursive = true,
    };

    public Option<Uri?> BaseAddress { get; } = new("--base-address")
    {
        Description = $"Use this address instead of {HydrometClientOptions.LcraAddress}.",
        HelpName = "url",
        Recursive = true,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            result.AddError("--base-address must be an http or https address.");
            return null;
        },
    };

    public bool IsReplay(ParseResult parsed) => parsed.GetValue(Replay);

    public ServiceProvider Connect(ParseResult parsed, string? recordTo = null)
    {
        Uri? address = parsed.GetValue(BaseAddress);
        bool replay = parsed.GetValue(Replay);
        if (replay && address is not null)
        {
            throw new ToolException(ExitCode.Usage, "--replay makes no requests: leave out --base-address.");
        }

        IHttpClientBuilder client = new ServiceCollection().AddHydrometClient(options => options.BaseAddress = address ?? options.BaseAddress);
        if (recordTo is not null)
        {
            client.RecordTo(recordTo);
        }

        return (replay ? client.UseReplay() : client).Services.BuildServiceProvider();
    }
}
