namespace RainfallSite.Map;

/// <summary>Towns and rivers on the map, so that it needs no base map.</summary>
internal static class CentralTexas
{
    public static IReadOnlyList<MapPlace> Towns { get; } =
    [
        new("Austin", 30.267, -97.743, IsMain: true),
        new("San Angelo", 31.464, -100.437),
        new("Brownwood", 31.709, -98.991, IsMain: true),
        new("Brady", 31.135, -99.335),
        new("San Saba", 31.196, -98.718),
        new("Junction", 30.489, -99.772),
        new("Llano", 30.751, -98.675, IsMain: true),
        new("Fredericksburg", 30.275, -98.872),
        new("Marble Falls", 30.578, -98.273),
        new("San Antonio", 29.424, -98.494, IsMain: true),
        new("Bastrop", 30.110, -97.315),
        new("La Grange", 29.906, -96.877),
        new("Columbus", 29.707, -96.540, IsMain: true),
        new("Wharton", 29.312, -96.103),
        new("Bay City", 28.983, -95.969),
    ];

    public static IReadOnlyList<MapRiver> Rivers { get; } =
    [
        new("Colorado",
        [
            (31.47, -99.16), (31.35, -98.67), (31.22, -98.56), (31.09, -98.52), (30.88, -98.45), (30.75, -98.42), (30.66, -98.43),
            (30.56, -98.34), (30.56, -98.26), (30.48, -98.10), (30.39, -97.91), (30.29, -97.79), (30.25, -97.68), (30.23, -97.52),
            (30.17, -97.40), (30.10, -97.32), (30.01, -97.16), (29.91, -96.90), (29.71, -96.54), (29.58, -96.42), (29.34, -96.20),
            (29.31, -96.10), (29.19, -96.07), (28.97, -96.01), (28.70, -95.98),
        ]),
        new("Llano", [(30.50, -99.73), (30.66, -99.11), (30.75, -98.68), (30.66, -98.43)]),
        new("Pedernales", [(30.22, -98.87), (30.24, -98.63), (30.29, -98.40), (30.34, -98.14), (30.44, -98.05)]),
        new("San Saba", [(30.84, -100.06), (30.92, -99.79), (30.91, -99.52), (31.00, -99.27), (31.03, -99.15), (31.21, -98.72), (31.22, -98.56)]),
    ];
}
