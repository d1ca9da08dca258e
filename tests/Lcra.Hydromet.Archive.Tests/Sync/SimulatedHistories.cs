using System.Net;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests.Sync;

/// <summary>LCRA in a simulation: it responds late, fails and refuses by chance, and checks that it is requested politely and without waits that nothing asks for.</summary>
internal sealed class SimulatedHistories(RandomSource chance, SimulatedClock clock, int budget)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = 31 * Second;
    private static readonly string[] Faults = ["", "", "", "", "", "", "404", "502", "502", "network", "page", "429", "wait", "wait", "block"];
    private readonly HashSet<string> _stored = [];
    private readonly Dictionary<DateOnly, int> _sent = [];
    private TimeSpan _started = -Second;
    private TimeSpan _active;
    private TimeSpan _patientUntil;
    private TimeSpan _pausedFrom;
    private TimeSpan _pausedUntil;
    private TimeSpan _pausedAtMost;
    private TimeSpan? _set;
    private TimeSpan _setBack;
    private int _underWay;
    private int _refusals;

    public bool IsHealthy { get; set; }

    /// <summary>Gets what was wrong first; null when nothing was.</summary>
    public string? Fault { get; private set; }

    /// <summary>Gets or sets how long a process waits after a failure of the host.</summary>
    public TimeSpan PauseOfHost { get; set; }

    private DateOnly Today => CentralTime.DayOf(clock.GetUtcNow());

    /// <summary>Sets the clock of the machine.</summary>
    public void SetClock(TimeSpan error)
    {
        Active();
        TimeSpan back = error < clock.Error ? clock.Error - error : TimeSpan.Zero;
        _setBack += back;

        // By the clock, a pause ends later then, and a lease too, but no more than an hour.
        _pausedAtMost += _pausedAtMost < clock.Elapsed - (2 * Second) ? TimeSpan.Zero : back;
        _patientUntil += _patientUntil < clock.Elapsed - (2 * Second) ? TimeSpan.Zero : back < TimeSpan.FromHours(1) ? back : TimeSpan.FromHours(1);

        // Who waits notices within a minute that the clock was set.
        BePatient(2 * Lease);
        (clock.Error, _set) = (error, clock.Elapsed);
        _sent.TryAdd(Today, 0);
    }

    /// <summary>Notes that a process was killed, with its requests under way, whose windows nobody gives back.</summary>
    public void Kill(int underWay)
    {
        _underWay -= underWay;
        BePatient(Lease);
    }

    public async Task<HttpResponseMessage> RespondAsync(string path, Action<int> count, TimeProvider process, CancellationToken cancellationToken)
    {
        CheckStart(path);
        count(1);
        await Task.Delay(TimeSpan.FromMilliseconds(1 + chance.Next(chance.OneIn(5) ? 9_000 : 1_000)), process, cancellationToken);
        count(-1);
        Active();
        _underWay--;
        string fault = IsHealthy ? "" : chance.Pick(Faults);
        TimeSpan? wait = fault switch
        {
            "wait" => Second * chance.Pick([0, 0, 1, 20, 300, 7200]),
            "429" or "page" => 60 * Second,
            "block" => 3600 * Second,
            _ => null,
        };
        (_pausedFrom, _pausedUntil) = wait is { } asked && clock.Elapsed + asked > _pausedUntil ? (clock.Elapsed, clock.Elapsed + asked) : (_pausedFrom, _pausedUntil);

        // The third refusal that a process gets is a block.
        _refusals += wait is null ? 0 : 1;
        TimeSpan end = wait is not null && _refusals >= 3 ? clock.Elapsed + (3600 * Second) : _pausedUntil;
        _pausedAtMost = _pausedAtMost > end && _pausedAtMost > _pausedUntil ? _pausedAtMost : end > _pausedUntil ? end : _pausedUntil;
        BePatient(fault.Length == 0 ? TimeSpan.Zero : fault is "502" or "network" ? Lease + PauseOfHost : Lease);
        _ = fault.Length == 0 && _stored.Add(path);
        return fault switch
        {
            "" => new HttpResponseMessage { Content = new StringContent("""{"records":[]}""") },
            "network" => throw new HttpRequestException("No such host."),
            "page" => new HttpResponseMessage { Content = new StringContent("<html>Maintenance</html>") },
            "429" => RecordedServer.Status(HttpStatusCode.TooManyRequests),
            "wait" => RecordedServer.Status(HttpStatusCode.ServiceUnavailable, wait),
            "block" => RecordedServer.Status(HttpStatusCode.Forbidden),
            _ => RecordedServer.Status(fault == "404" ? HttpStatusCode.NotFound : HttpStatusCode.BadGateway),
        };
    }

    /// <summary>Notes that something happens, and checks that the wait for it had a cause.</summary>
    public void Active(bool isRest = false)
    {
        TimeSpan cause = _pausedAtMost > _active ? _pausedAtMost - _active + (61 * Second) : TimeSpan.Zero;
        cause += _sent.Where(day => day.Key >= Today).Sum(day => day.Value) >= budget ? TimeSpan.FromHours(25) * _sent.Keys.Count(day => day >= Today) + _setBack : TimeSpan.Zero;
        cause += _patientUntil > _active ? _patientUntil - _active : TimeSpan.Zero;
        Require(isRest || clock.Elapsed - _active <= cause + ((_underWay > 0 ? 10 : 3) * Second), $"no process does anything for {clock.Elapsed - _active}, of which {cause} have a cause");
        _active = clock.Elapsed;
    }

    private void BePatient(TimeSpan time) => _patientUntil = _patientUntil > clock.Elapsed + time ? _patientUntil : clock.Elapsed + time;

    private void CheckStart(string path)
    {
        Active();
        Require(clock.Elapsed - _started >= Second || _set >= _started, $"a request begins {clock.Elapsed - _started} after the one before");
        Require(clock.Elapsed >= _pausedUntil || _set >= _pausedFrom, $"a request begins {_pausedUntil - clock.Elapsed} before the end of a pause");
        Require(++_underWay <= 2 || clock.Elapsed - _set < Lease, "three requests are under way");
        Require(!_stored.Contains(path) || _set is not null, $"{path} is requested again");
        _sent[Today] = _sent.GetValueOrDefault(Today) + 1;
        Require(_set is null ? _sent[Today] <= budget : _sent.Values.Sum() <= budget * _sent.Count, $"of {budget} requests a day {string.Join(", ", _sent)} are sent");
        _started = clock.Elapsed;
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            Fault ??= $"At {clock.Now:MM-dd HH:mm:ss.fff}, by a clock {clock.Error} ahead and set at {_set}, {otherwise}.";
        }
    }
}
