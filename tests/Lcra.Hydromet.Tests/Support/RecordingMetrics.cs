using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Listens to the meter of one container and writes each measurement down: name, value and tags.</summary>
internal sealed class RecordingMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<string> _lines = [];

    public RecordingMetrics(IServiceProvider container)
    {
        IMeterFactory factory = container.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == HydrometTelemetry.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                Instruments.Add($"{instrument.Name} {instrument.Unit} {instrument.Description}");
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, (long)value, tags));
        _listener.Start();
    }

    public List<string> Instruments { get; } = [];

    public string[] Lines
    {
        get
        {
            _listener.RecordObservableInstruments();
            lock (_lines)
            {
                return [.. _lines.Order(StringComparer.Ordinal)];
            }
        }
    }

    public string[] Of(string instrument) => [.. Lines.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal))];

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value}");
        foreach ((string name, object? tag) in tags)
        {
            line += $" {name}={tag}";
        }

        lock (_lines)
        {
            _lines.Add(line);
        }
    }
}
