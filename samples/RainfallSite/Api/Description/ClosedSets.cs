using System.Text.Json;
using System.Text.Json.Nodes;
using Lcra.Hydromet;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RainfallSite.Api.Description;

/// <summary>Lists the values of members with a closed set of values.</summary>
internal sealed class ClosedSets : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        IEnumerable<string?>? words = (context.JsonPropertyInfo?.DeclaringType.Name, context.JsonPropertyInfo?.Name) switch
        {
            (nameof(TotalResponse), "missing") => Enum.GetNames<MissingReason>().Append(null),
            (nameof(PeriodResponse), "kind") => Enum.GetNames<RainfallPeriodKind>(),
            _ => null,
        };
        if (words is not null)
        {
            schema.Enum = [.. words.Select(word => (word is null ? null : (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(word))!)];
        }

        return Task.CompletedTask;
    }
}
