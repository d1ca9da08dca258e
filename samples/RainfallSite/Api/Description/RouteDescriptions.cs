using System.Globalization;
using System.Text.Json.Nodes;
using Lcra.Hydromet;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RainfallSite.Files;
using RainfallSite.Routing;

namespace RainfallSite.Api.Description;

/// <summary>Describes the errors, headers and periods of every route.</summary>
internal sealed class RouteDescriptions : IOpenApiOperationTransformer
{
    private const string Problem = "application/problem+json";

    private static readonly Dictionary<int, string> Always = new()
    {
        [StatusCodes.Status429TooManyRequests] = "Too many requests from this client in a minute, where a limit is set. Retry-After says in how many seconds to try again.",
        [StatusCodes.Status500InternalServerError] = "The site failed.",
        [StatusCodes.Status503ServiceUnavailable] = "No report has been downloaded yet, or the response took too long. Retry-After says in how many seconds to try again.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        bool namesGauge = false;
        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Required |= string.Equals(parameter.Name, "over", StringComparison.Ordinal);
            namesGauge |= parameter.In == ParameterLocation.Path;
            if (string.Equals(parameter.Name, "period", StringComparison.Ordinal) && parameter.Schema is OpenApiSchema schema)
            {
                schema.Enum = [.. RainfallPeriod.All.Select(period => (JsonNode)period.Key)];
            }
        }

        OpenApiResponses responses = operation.Responses ??= [];
        bool isCached = context.Description.ActionDescriptor.EndpointMetadata.OfType<MadeFromReportAttribute>().Any();
        if (isCached && responses.TryGetValue("200", out IOpenApiResponse? success) && success is OpenApiResponse ok)
        {
            ok.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["ETag"] = Header("Identifies the feeds, the address and the minute that the response was made from; weak, and the same on every replica."),
                ["Expires"] = Header("Until when the response can be cached: the next full minute."),
                ["Cache-Control"] = Header("Every cache can store the response, and serve it for a while after it expired when the site does not respond."),
            };
            if (operation.Parameters?.Any(parameter => string.Equals(parameter.Name, FileQuery.FormatKey, StringComparison.Ordinal)) == true)
            {
                DescribeFiles(ok);
            }
        }

        // The routes of the API respond with data, the others with images, texts and feeds.
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true)
        {
            foreach (OpenApiResponse data in responses.Where(response => response.Key is "200" or "202").Select(response => response.Value).OfType<OpenApiResponse>())
            {
                data.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
                data.Headers["Link"] = Header("Where the data come from, and that they are provisional.");
            }
        }

        if (isCached)
        {
            responses["301"] = new OpenApiResponse { Description = "The address is another spelling of the one in Location." };
            responses["304"] = new OpenApiResponse { Description = "Not changed since the response with the entity tag in If-None-Match." };
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true)
        {
            responses["400"] = Error("The query is invalid; `detail` says what is valid.");
        }

        if (namesGauge)
        {
            responses["404"] = Error("No such gauge (`suggestions` lists the nearest by number or name) or no such period (`periods` lists the keys).");
        }

        foreach ((int status, string meaning) in Always)
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = Error(meaning);
        }

        return Task.CompletedTask;
    }

    private static void DescribeFiles(OpenApiResponse response)
    {
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            response.Content![FileResult.ContentType(format)] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        response.Headers![FileResult.LeftOut] = Header("With status=measured, how many rows without an amount the file leaves out.");
        response.Headers[FileResult.WithoutPosition] = Header("With format=geojson, how many rows have no coordinates.");
    }

    private static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiResponse Error(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [Problem] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong, in a few words." },
                        ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status code." },
                        ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong and what is valid." },
                    },
                },
            },
        },
    };
}
